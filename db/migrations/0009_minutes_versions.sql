CREATE TABLE `minutes_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`number` integer NOT NULL,
	`approved_at` integer NOT NULL,
	`approved_by` text NOT NULL,
	`distributed_at` integer,
	`distributed_by` text,
	`corrected_at` integer,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_versions_number` ON `minutes_versions` (`meeting_id`,`number`);--> statement-breakpoint
CREATE INDEX `minutes_versions_panel` ON `minutes_versions` (`panel_id`);