ALTER TABLE `attendances` ADD `history` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `moves` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `happenings` ADD `later_audiences` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `happenings` ADD `supersedes` text;--> statement-breakpoint
ALTER TABLE `happenings` ADD `superseded_by` text;--> statement-breakpoint
ALTER TABLE `happenings` ADD `correction_reason` text;--> statement-breakpoint
ALTER TABLE `happenings` ADD `asks_since` integer;