CREATE TABLE `access_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`account_id` text NOT NULL,
	`member_id` text NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`place` text NOT NULL,
	`why` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `access_log_case` ON `access_log` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`active` integer NOT NULL,
	`demo` integer NOT NULL,
	`second_factor` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email` ON `accounts` (`email`);--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`audience` text NOT NULL,
	`later_audiences` text NOT NULL,
	`handling` text NOT NULL,
	`supersedes` text,
	`superseded_by` text,
	`correction_reason` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`what` text NOT NULL,
	`owner_agency_id` text NOT NULL,
	`owner_role` text NOT NULL,
	`owner_member_id` text,
	`due` text NOT NULL,
	`intervention_id` text,
	`request_id` text,
	`acceptance` text NOT NULL,
	`accepted_by` text,
	`accepted_at` integer,
	`outcome` text,
	`evidence` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `actions_meeting` ON `actions` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `actions_case` ON `actions` (`case_id`);--> statement-breakpoint
CREATE INDEX `actions_owner` ON `actions` (`owner_agency_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`core` integer NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agencies_name` ON `agencies` (`panel_id`,`name`);--> statement-breakpoint
CREATE TABLE `agency_returns` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`state` text NOT NULL,
	`asked_on` text,
	`returned_on` text,
	`spoken_at` integer,
	`spoken_marked_by` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agency_returns_meeting` ON `agency_returns` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `areas_name` ON `areas` (`name`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`agency_id` text,
	`member_id` text,
	`status` text NOT NULL,
	`deputy_for` text,
	`note` text,
	`joined_at` integer,
	`left_at` integer,
	`accepted_at` integer,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendances_meeting` ON `attendances` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`person_id` text NOT NULL,
	`ref` text NOT NULL,
	`referral_source` text NOT NULL,
	`referring_agency` text,
	`referred_on` text NOT NULL,
	`referral_reason` text,
	`risk_level` text,
	`dash_count` integer,
	`assessed_on` text,
	`suitable` integer,
	`unsuitable_reason` text,
	`accepted_on` text,
	`not_accepted_on` text,
	`started_on` text,
	`completed_on` text,
	`mode` text,
	`first_direct_contact_on` text,
	`contact_status` text,
	`engagement` text,
	`case_manager` text,
	`idva` text,
	`aces` integer,
	`closed_on` text,
	`closure_reason` text,
	`engagement_at_closure` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_ref` ON `cases` (`panel_id`,`ref`);--> statement-breakpoint
CREATE INDEX `cases_by_person` ON `cases` (`person_id`);--> statement-breakpoint
CREATE TABLE `children` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`ref` text NOT NULL,
	`age_band` text,
	`plan` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `children_ref` ON `children` (`case_id`,`ref`);--> statement-breakpoint
CREATE TABLE `commands_done` (
	`command_id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`fingerprint` text NOT NULL,
	`created` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`member_id` text NOT NULL,
	`reason` text NOT NULL,
	`declared_at` integer NOT NULL,
	`declared_by` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conflicts_case` ON `conflicts` (`case_id`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`password_hash` text,
	`totp_secret` text,
	`recovery_hashes` text NOT NULL,
	`setup_hash` text,
	`setup_until` integer,
	FOREIGN KEY (`id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `criteria_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`version` integer NOT NULL,
	`criteria` text NOT NULL,
	`adopted_at` integer NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `criteria_sets_version` ON `criteria_sets` (`panel_id`,`version`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`audience` text NOT NULL,
	`later_audiences` text NOT NULL,
	`handling` text NOT NULL,
	`supersedes` text,
	`superseded_by` text,
	`correction_reason` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`outcome` text NOT NULL,
	`mode` text,
	`rationale` text NOT NULL,
	`reason` text NOT NULL,
	`until` text,
	`onward` text NOT NULL,
	`closure_reason` text,
	`criteria_version` integer NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decisions_meeting` ON `decisions` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `decisions_case` ON `decisions` (`case_id`);--> statement-breakpoint
CREATE TABLE `findings` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`audience` text NOT NULL,
	`later_audiences` text NOT NULL,
	`handling` text NOT NULL,
	`supersedes` text,
	`superseded_by` text,
	`correction_reason` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`criterion_key` text NOT NULL,
	`criteria_version` integer NOT NULL,
	`answer` text NOT NULL,
	`evidence` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `findings_meeting` ON `findings` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `findings_case` ON `findings` (`case_id`);--> statement-breakpoint
CREATE TABLE `interventions` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`audience` text NOT NULL,
	`later_audiences` text NOT NULL,
	`handling` text NOT NULL,
	`supersedes` text,
	`superseded_by` text,
	`correction_reason` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`strand` text NOT NULL,
	`support_areas` text NOT NULL,
	`disrupt_areas` text NOT NULL,
	`what` text NOT NULL,
	`lever_id` text,
	`lead_agency_id` text NOT NULL,
	`joint_agency_ids` text NOT NULL,
	`status` text NOT NULL,
	`result` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `interventions_meeting` ON `interventions` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `interventions_case` ON `interventions` (`case_id`);--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`case_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`minutes` integer NOT NULL,
	`presenter_id` text,
	`lane` text NOT NULL,
	`note_only_reason` text,
	`status` text NOT NULL,
	`status_reason` text,
	`concluded_at` integer,
	`concluded_by` text,
	`concluded_without` text,
	`seconds_spent` integer NOT NULL,
	`invited_agency_ids` text,
	`late_reason` text,
	`outcome` text,
	`brought_back_reason` text,
	`dissenting_agency_ids` text NOT NULL,
	`safety_answered` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `items_meeting` ON `items` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `items_case` ON `items` (`case_id`);--> statement-breakpoint
CREATE TABLE `journal` (
	`stream` text NOT NULL,
	`seq` integer NOT NULL,
	`entry_id` text NOT NULL,
	`command_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`meeting_id` text,
	`subject_kind` text,
	`subject_id` text,
	`body_hash` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`stream`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_entry` ON `journal` (`entry_id`);--> statement-breakpoint
CREATE INDEX `journal_meeting` ON `journal` (`meeting_id`,`seq`);--> statement-breakpoint
CREATE TABLE `journal_bodies` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `levers` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`audience` text NOT NULL,
	`later_audiences` text NOT NULL,
	`handling` text NOT NULL,
	`supersedes` text,
	`superseded_by` text,
	`correction_reason` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`what` text NOT NULL,
	`lever_kind` text NOT NULL,
	`holder_agency_id` text NOT NULL,
	`safe_to_use` text NOT NULL,
	`safety_note` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `levers_meeting` ON `levers` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `levers_case` ON `levers` (`case_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`ref` text NOT NULL,
	`date` text NOT NULL,
	`starts_at` text NOT NULL,
	`venue` text NOT NULL,
	`minutes_planned` integer NOT NULL,
	`minutes_taken` integer,
	`agenda_circulated_on` text,
	`status` text NOT NULL,
	`opened_at` integer,
	`opened_by` text,
	`inquorate_reason` text,
	`closed_at` integer,
	`closed_by` text,
	`closed_reason` text,
	`chair_id` text,
	`item_id` text,
	`step` text NOT NULL,
	`item_since` integer,
	`trail` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_ref` ON `meetings` (`panel_id`,`ref`);--> statement-breakpoint
CREATE INDEX `meetings_date` ON `meetings` (`panel_id`,`date`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`account_id` text NOT NULL,
	`agency_id` text,
	`role` text NOT NULL,
	`job_title` text NOT NULL,
	`name` text NOT NULL,
	`active` integer NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_account` ON `members` (`panel_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `members_by_account` ON `members` (`account_id`);--> statement-breakpoint
CREATE TABLE `panels` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`started_on` text,
	`target_accepted` integer,
	`target_by` text,
	`caseload_limit` integer,
	`sandbox` integer NOT NULL,
	`quorum` integer NOT NULL,
	`usual_time` text NOT NULL,
	`usual_place` text NOT NULL,
	`second_factor_required` integer NOT NULL,
	`confidentiality_statement` text NOT NULL,
	`criteria_version` integer NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panels_name` ON `panels` (`name`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`panel_id` text NOT NULL,
	`ref` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`aliases` text NOT NULL,
	`date_of_birth` text,
	`gender` text,
	`ethnicity` text,
	`first_language` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_ref` ON `persons` (`area_id`,`ref`);--> statement-breakpoint
CREATE TABLE `positions` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`audience` text NOT NULL,
	`later_audiences` text NOT NULL,
	`handling` text NOT NULL,
	`supersedes` text,
	`superseded_by` text,
	`correction_reason` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`decision_id` text NOT NULL,
	`stance` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `positions_meeting` ON `positions` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `positions_case` ON `positions` (`case_id`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`audience` text NOT NULL,
	`later_audiences` text NOT NULL,
	`handling` text NOT NULL,
	`supersedes` text,
	`superseded_by` text,
	`correction_reason` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`to_agency_id` text NOT NULL,
	`what` text NOT NULL,
	`why` text NOT NULL,
	`lawful_basis` text NOT NULL,
	`due` text NOT NULL,
	`state` text NOT NULL,
	`answer` text NOT NULL,
	`refusal_reason` text NOT NULL,
	`answered_at` integer,
	`times_chased` integer NOT NULL,
	`escalated_at` integer,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `requests_meeting` ON `requests` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `requests_case` ON `requests` (`case_id`);--> statement-breakpoint
CREATE TABLE `safety_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`audience` text NOT NULL,
	`later_audiences` text NOT NULL,
	`handling` text NOT NULL,
	`supersedes` text,
	`superseded_by` text,
	`correction_reason` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`victim_id` text,
	`knows` text NOT NULL,
	`raises_risk` text NOT NULL,
	`risk_note` text NOT NULL,
	`safe_contact` text NOT NULL,
	`plan` text NOT NULL,
	`who_tells` text NOT NULL,
	`children` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `safety_checks_meeting` ON `safety_checks` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `safety_checks_case` ON `safety_checks` (`case_id`);--> statement-breakpoint
CREATE TABLE `safety_records` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`safe_contact` text NOT NULL,
	`who_must_not_know` text NOT NULL,
	`wishes` text NOT NULL,
	`told` text NOT NULL,
	`member_ids` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `victims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `safety_records_case` ON `safety_records` (`case_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`second_factor_at` integer,
	`ended_at` integer,
	`user_agent` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `shares` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`audience` text NOT NULL,
	`later_audiences` text NOT NULL,
	`handling` text NOT NULL,
	`supersedes` text,
	`superseded_by` text,
	`correction_reason` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`what` text NOT NULL,
	`about` text NOT NULL,
	`source` text NOT NULL,
	`nature` text NOT NULL,
	`fact_date` text,
	`purpose` text NOT NULL,
	`lawful_basis` text NOT NULL,
	`gateway` text NOT NULL,
	`necessity` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shares_meeting` ON `shares` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `shares_case` ON `shares` (`case_id`);--> statement-breakpoint
CREATE TABLE `sign_in_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`account_id` text,
	`what` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_log_account` ON `sign_in_log` (`account_id`,`at`);--> statement-breakpoint
CREATE TABLE `victims` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`ref` text NOT NULL,
	`age_band` text,
	`gender` text,
	`ethnicity` text,
	`relationship` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `victims_ref` ON `victims` (`case_id`,`ref`);