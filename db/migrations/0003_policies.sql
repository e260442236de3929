CREATE TABLE `policies` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`version` integer NOT NULL,
	`values` text NOT NULL,
	`reason` text NOT NULL,
	`adopted_at` integer NOT NULL,
	`adopted_by` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `policies_version` ON `policies` (`panel_id`,`version`);--> statement-breakpoint
ALTER TABLE `decisions` ADD `policy_version` integer DEFAULT 0 NOT NULL;