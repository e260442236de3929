CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`day` text NOT NULL,
	`means` text NOT NULL,
	`result` text NOT NULL,
	`what` text NOT NULL,
	`invited_agency_ids` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_case` ON `contacts` (`case_id`);