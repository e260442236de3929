CREATE TABLE `prepared_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`prepared_by` text NOT NULL,
	`prepared_at` integer NOT NULL,
	`what` text NOT NULL,
	`audience` text NOT NULL,
	`handling` text NOT NULL,
	`share` text,
	`lever` text,
	`shared_as` text,
	`shared_at` integer,
	`dropped_at` integer,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `prepared_entries_meeting` ON `prepared_entries` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `research_returns` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`holding` text NOT NULL,
	`engagement` text,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `research_returns_meeting` ON `research_returns` (`meeting_id`);--> statement-breakpoint
ALTER TABLE `agency_returns` ADD `due_on` text;--> statement-breakpoint
ALTER TABLE `agency_returns` ADD `declined_reason` text;--> statement-breakpoint
ALTER TABLE `agency_returns` ADD `times_chased` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `agency_returns` ADD `chased_at` integer;