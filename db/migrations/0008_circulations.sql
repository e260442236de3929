CREATE TABLE `circulations` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`version` integer NOT NULL,
	`lines` text NOT NULL,
	`circulated_at` integer NOT NULL,
	`circulated_on` text NOT NULL,
	`circulated_by` text NOT NULL,
	`notice_days` integer NOT NULL,
	`notice_asked` integer NOT NULL,
	`short_notice_reason` text,
	`returns_due_on` text NOT NULL,
	`tell_member_ids` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`circulated_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `circulations_version` ON `circulations` (`meeting_id`,`version`);