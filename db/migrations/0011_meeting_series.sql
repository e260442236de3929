CREATE TABLE `meeting_series` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`rhythm` text NOT NULL,
	`every_weeks` integer NOT NULL,
	`place_in_month` integer NOT NULL,
	`weekday` integer NOT NULL,
	`starts_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`venue` text NOT NULL,
	`minutes_planned` integer NOT NULL,
	`cut_off_working_days` integer NOT NULL,
	`on_bank_holiday` text NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL,
	`ended_on` text,
	`ended_reason` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_series_panel` ON `meeting_series` (`panel_id`);--> statement-breakpoint
ALTER TABLE `meetings` ADD `cut_off_on` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `series_day` text;