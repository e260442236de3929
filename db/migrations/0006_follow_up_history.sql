ALTER TABLE `actions` ADD `passed_from` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `passed_to` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `history` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `interventions` ADD `history` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `history` text DEFAULT '[]' NOT NULL;