PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_key` text NOT NULL,
	`panel_id` text NOT NULL,
	`account_id` text,
	`address` text,
	`occasion` text NOT NULL,
	`day` text,
	`path` text,
	`sealed_path` text,
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
INSERT INTO `__new_mails`("id", "notice_key", "panel_id", "account_id", "address", "occasion", "day", "path", "sealed_path", "state", "asked_at", "next_at", "tries", "sent_at", "fault") SELECT "id", "notice_key", "panel_id", "account_id", NULL, "occasion", "day", "path", NULL, "state", "asked_at", "next_at", "tries", "sent_at", "fault" FROM `mails`;--> statement-breakpoint
DROP TABLE `mails`;--> statement-breakpoint
ALTER TABLE `__new_mails` RENAME TO `mails`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `mails_notice` ON `mails` (`notice_key`);--> statement-breakpoint
CREATE INDEX `mails_next` ON `mails` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `mails_panel` ON `mails` (`panel_id`,`asked_at`);