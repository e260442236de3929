CREATE TABLE `person_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`kept_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`merged_name` text NOT NULL,
	`case_ids` text NOT NULL,
	`aliases_before` text NOT NULL,
	`other_dates_before` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	`undone_reason` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_merges_panel` ON `person_merges` (`panel_id`);--> statement-breakpoint
CREATE TABLE `referral_links` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`source` text NOT NULL,
	`name` text NOT NULL,
	`agency` text NOT NULL,
	`email` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`until` integer NOT NULL,
	`token_hash` text NOT NULL,
	`for_referral_id` text,
	`used_at` integer,
	`referral_id` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`for_referral_id`) REFERENCES `referrals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `referrals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `referral_links_token` ON `referral_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `referral_links_panel` ON `referral_links` (`panel_id`);--> statement-breakpoint
CREATE TABLE `referral_safeties` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`victims` text NOT NULL,
	`incidents` text NOT NULL,
	`risk_level` text,
	`risk_working` text NOT NULL,
	`additions` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `referrals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `referral_safeties_panel` ON `referral_safeties` (`panel_id`);--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`ref` text NOT NULL,
	`source` text NOT NULL,
	`referrer_member_id` text,
	`referrer_agency_id` text,
	`referrer_name` text NOT NULL,
	`referrer_agency` text NOT NULL,
	`referrer_email` text NOT NULL,
	`link_id` text,
	`received_at` integer NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`aliases` text NOT NULL,
	`date_of_birth` text,
	`other_dates_of_birth` text NOT NULL,
	`gender` text,
	`first_language` text,
	`about_him` text NOT NULL,
	`reason` text NOT NULL,
	`incidents` text NOT NULL,
	`dash_count` integer,
	`risk_topics` text NOT NULL,
	`judgement` text,
	`judgement_reason` text NOT NULL,
	`risk_level` text,
	`risk_working` text NOT NULL,
	`policy_version` integer NOT NULL,
	`orders` text NOT NULL,
	`children` text NOT NULL,
	`additions` text NOT NULL,
	`member_ids` text NOT NULL,
	`stage` text NOT NULL,
	`screened_at` integer,
	`screened_by` text,
	`screening_reason` text,
	`screening_note` text NOT NULL,
	`screening_words` text NOT NULL,
	`case_id` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `referrals_panel` ON `referrals` (`panel_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `referrals_case` ON `referrals` (`case_id`);--> statement-breakpoint
CREATE TABLE `referrer_tellings` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`referral_id` text NOT NULL,
	`what` text NOT NULL,
	`since` integer NOT NULL,
	`told_at` integer NOT NULL,
	`told_by` text,
	`how` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `referrals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `referrer_tellings_referral` ON `referrer_tellings` (`referral_id`);--> statement-breakpoint
CREATE INDEX `referrer_tellings_panel` ON `referrer_tellings` (`panel_id`);--> statement-breakpoint
ALTER TABLE `persons` ADD `other_dates_of_birth` text DEFAULT '[]' NOT NULL;