ALTER TABLE `actions` ADD `invited_agency_ids` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `invited_agency_ids` text;--> statement-breakpoint
ALTER TABLE `findings` ADD `invited_agency_ids` text;--> statement-breakpoint
ALTER TABLE `interventions` ADD `invited_agency_ids` text;--> statement-breakpoint
ALTER TABLE `levers` ADD `invited_agency_ids` text;--> statement-breakpoint
ALTER TABLE `positions` ADD `invited_agency_ids` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `invited_agency_ids` text;--> statement-breakpoint
ALTER TABLE `safety_checks` ADD `invited_agency_ids` text;--> statement-breakpoint
ALTER TABLE `shares` ADD `invited_agency_ids` text;