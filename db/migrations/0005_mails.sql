CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_key` text NOT NULL,
	`panel_id` text NOT NULL,
	`account_id` text NOT NULL,
	`occasion` text NOT NULL,
	`day` text,
	`path` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	`next_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`sent_at` integer,
	`fault` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_notice` ON `mails` (`notice_key`);--> statement-breakpoint
CREATE INDEX `mails_next` ON `mails` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `mails_panel` ON `mails` (`panel_id`,`asked_at`);