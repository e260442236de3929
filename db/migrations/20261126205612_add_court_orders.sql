CREATE TABLE `court_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`order_kind` text NOT NULL,
	`terms` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`who_enforces` text NOT NULL,
	`invited_agency_ids` text,
	`ended_as` text,
	`ended_on` text,
	`ended_reason` text,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `court_orders_case` ON `court_orders` (`case_id`);