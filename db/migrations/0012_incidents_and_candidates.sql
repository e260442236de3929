CREATE TABLE `candidacies` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`person_id` text NOT NULL,
	`case_id` text NOT NULL,
	`put_forward_on` text NOT NULL,
	`put_forward_at` integer NOT NULL,
	`put_forward_by` text NOT NULL,
	`matrix_version` integer NOT NULL,
	`score` integer NOT NULL,
	`score_items` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `candidacies_case` ON `candidacies` (`case_id`);--> statement-breakpoint
CREATE INDEX `candidacies_panel` ON `candidacies` (`panel_id`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`ref` text NOT NULL,
	`person_id` text NOT NULL,
	`case_id` text,
	`date` text NOT NULL,
	`incident_kind` text NOT NULL,
	`gravity` text NOT NULL,
	`victim_ref` text,
	`source` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_ref` ON `incidents` (`panel_id`,`ref`);--> statement-breakpoint
CREATE INDEX `incidents_date` ON `incidents` (`panel_id`,`date`);--> statement-breakpoint
CREATE INDEX `incidents_person` ON `incidents` (`person_id`);--> statement-breakpoint
CREATE TABLE `scoring_matrices` (
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
CREATE UNIQUE INDEX `scoring_matrices_version` ON `scoring_matrices` (`panel_id`,`version`);--> statement-breakpoint
ALTER TABLE `person_merges` ADD `incident_ids` text DEFAULT '[]' NOT NULL;