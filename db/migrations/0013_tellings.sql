CREATE TABLE `tellings` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`victim_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`invited_agency_ids` text,
	`opened_at` integer NOT NULL,
	`due` text NOT NULL,
	`teller_member_id` text,
	`what` text NOT NULL,
	`how` text NOT NULL,
	`safely` text NOT NULL,
	`planned_at` integer,
	`planned_by` text,
	`state` text NOT NULL,
	`outcome` text NOT NULL,
	`done_at` integer,
	`done_by` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`victim_id`) REFERENCES `victims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tellings_case` ON `tellings` (`case_id`);--> statement-breakpoint
CREATE INDEX `tellings_panel` ON `tellings` (`panel_id`,`state`);