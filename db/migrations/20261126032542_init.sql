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
CREATE TABLE `circulations` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`version` integer NOT NULL,
	`lines` text NOT NULL,
	`circulated_at` integer NOT NULL,
	`circulated_on` text NOT NULL,
	`circulated_by` text NOT NULL,
	`notice_days` integer NOT NULL,
	`notice_asked` integer NOT NULL,
	`short_notice_reason` text,
	`returns_due_on` text NOT NULL,
	`tell_member_ids` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`circulated_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `circulations_version` ON `circulations` (`meeting_id`,`version`);--> statement-breakpoint
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
CREATE INDEX `items_panel` ON `items` (`panel_id`,`status`);--> statement-breakpoint
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
CREATE INDEX `incidents_case` ON `incidents` (`case_id`);--> statement-breakpoint
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
	`moves` text DEFAULT '[]' NOT NULL,
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
CREATE INDEX `conflicts_panel` ON `conflicts` (`panel_id`);--> statement-breakpoint
CREATE TABLE `happenings` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`case_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_on` text NOT NULL,
	`happening_kind` text NOT NULL,
	`day` text NOT NULL,
	`what` text NOT NULL,
	`source` text NOT NULL,
	`audience` text NOT NULL,
	`handling` text NOT NULL,
	`invited_agency_ids` text,
	`policy_version` integer NOT NULL,
	`later_audiences` text DEFAULT '[]' NOT NULL,
	`supersedes` text,
	`superseded_by` text,
	`correction_reason` text,
	`asks_since` integer,
	`dismissed_at` integer,
	`dismissed_by` text,
	`dismissed_reason` text,
	`disclosure_due` text,
	`disclosure` text,
	`disclosure_on` text,
	`disclosure_words` text,
	`disclosure_at` integer,
	`disclosure_by` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `happenings_case` ON `happenings` (`case_id`);--> statement-breakpoint
CREATE INDEX `happenings_panel` ON `happenings` (`panel_id`);--> statement-breakpoint
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
CREATE UNIQUE INDEX `victims_ref` ON `victims` (`case_id`,`ref`);--> statement-breakpoint
CREATE INDEX `victims_panel` ON `victims` (`panel_id`);--> statement-breakpoint
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
	`invited_agency_ids` text,
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
	`passed_from` text,
	`passed_to` text,
	`history` text DEFAULT '[]' NOT NULL,
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
CREATE INDEX `actions_panel` ON `actions` (`panel_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `actions_owner` ON `actions` (`owner_agency_id`,`ended_at`);--> statement-breakpoint
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
	`invited_agency_ids` text,
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
	`policy_version` integer DEFAULT 0 NOT NULL,
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
	`invited_agency_ids` text,
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
	`invited_agency_ids` text,
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
	`history` text DEFAULT '[]' NOT NULL,
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
	`invited_agency_ids` text,
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
	`invited_agency_ids` text,
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
	`invited_agency_ids` text,
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
	`history` text DEFAULT '[]' NOT NULL,
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
CREATE INDEX `requests_panel` ON `requests` (`panel_id`,`state`);--> statement-breakpoint
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
	`invited_agency_ids` text,
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
	`invited_agency_ids` text,
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
CREATE TABLE `commands_done` (
	`command_id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`fingerprint` text NOT NULL,
	`created` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE `mails` (
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
CREATE UNIQUE INDEX `mails_notice` ON `mails` (`notice_key`);--> statement-breakpoint
CREATE INDEX `mails_next` ON `mails` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `mails_panel` ON `mails` (`panel_id`,`asked_at`);--> statement-breakpoint
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
	`accepted_version` integer,
	`history` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendances_meeting` ON `attendances` (`meeting_id`);--> statement-breakpoint
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
	`cut_off_on` text,
	`series_id` text,
	`series_day` text,
	`status` text NOT NULL,
	`opened_at` integer,
	`opened_by` text,
	`inquorate_reason` text,
	`policy_version` integer,
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
CREATE TABLE `minutes_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`number` integer NOT NULL,
	`approved_at` integer NOT NULL,
	`approved_by` text NOT NULL,
	`distributed_at` integer,
	`distributed_by` text,
	`corrected_at` integer,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_versions_number` ON `minutes_versions` (`meeting_id`,`number`);--> statement-breakpoint
CREATE INDEX `minutes_versions_panel` ON `minutes_versions` (`panel_id`);--> statement-breakpoint
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
CREATE INDEX `tellings_panel` ON `tellings` (`panel_id`,`state`);--> statement-breakpoint
CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agencies_name` ON `agencies` (`panel_id`,`name`);--> statement-breakpoint
CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `areas_name` ON `areas` (`name`);--> statement-breakpoint
CREATE TABLE `criteria_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`version` integer NOT NULL,
	`criteria` text NOT NULL,
	`reason` text NOT NULL,
	`adopted_at` integer NOT NULL,
	`adopted_by` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `criteria_sets_version` ON `criteria_sets` (`panel_id`,`version`);--> statement-breakpoint
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
	`sandbox` integer NOT NULL,
	`second_factor_required` integer NOT NULL,
	`criteria_version` integer NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panels_name` ON `panels` (`name`);--> statement-breakpoint
CREATE TABLE `policies` (
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
CREATE UNIQUE INDEX `policies_version` ON `policies` (`panel_id`,`version`);--> statement-breakpoint
CREATE TABLE `person_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`kept_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`merged_name` text NOT NULL,
	`case_ids` text NOT NULL,
	`incident_ids` text DEFAULT '[]' NOT NULL,
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
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`panel_id` text NOT NULL,
	`ref` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`aliases` text NOT NULL,
	`date_of_birth` text,
	`other_dates_of_birth` text DEFAULT '[]' NOT NULL,
	`gender` text,
	`ethnicity` text,
	`first_language` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_ref` ON `persons` (`area_id`,`ref`);--> statement-breakpoint
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
CREATE TABLE `agency_returns` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`state` text NOT NULL,
	`asked_on` text,
	`due_on` text,
	`returned_on` text,
	`declined_reason` text,
	`times_chased` integer DEFAULT 0 NOT NULL,
	`chased_at` integer,
	`spoken_at` integer,
	`spoken_marked_by` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agency_returns_meeting` ON `agency_returns` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `prepared_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`prepared_by` text NOT NULL,
	`prepared_at` integer NOT NULL,
	`what` text NOT NULL,
	`audience` text NOT NULL,
	`handling` text NOT NULL,
	`share` text,
	`lever` text,
	`shared_as` text,
	`shared_at` integer,
	`dropped_at` integer,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `prepared_entries_meeting` ON `prepared_entries` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `research_returns` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`holding` text NOT NULL,
	`engagement` text,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `research_returns_meeting` ON `research_returns` (`meeting_id`);--> statement-breakpoint
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
CREATE TABLE `sign_in_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`account_id` text,
	`what` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_log_account` ON `sign_in_log` (`account_id`,`at`);
--> statement-breakpoint
-- The journal is only ever appended to. These guards stop accidents; the chain reveals tampering (decision 0004).
-- The third guard also stops INSERT OR REPLACE and any gap in the numbers: the first two alone do not.
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;
--> statement-breakpoint
CREATE TRIGGER journal_next_only BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM journal WHERE stream = NEW.stream)
BEGIN SELECT RAISE(ABORT, 'the journal takes only the next number of its stream'); END;
--> statement-breakpoint
CREATE TRIGGER journal_follows BEFORE INSERT ON journal
WHEN NEW.seq > 1 AND NEW.previous_hash IS NOT (SELECT hash FROM journal WHERE stream = NEW.stream AND seq = NEW.seq - 1)
BEGIN SELECT RAISE(ABORT, 'a journal entry follows the one before it'); END;
--> statement-breakpoint
CREATE TRIGGER journal_entry_once BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE entry_id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'a journal entry stands once'); END;
--> statement-breakpoint
CREATE TRIGGER journal_bodies_no_update BEFORE UPDATE ON journal_bodies
BEGIN SELECT RAISE(ABORT, 'a journal body is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_bodies_no_delete BEFORE DELETE ON journal_bodies
BEGIN SELECT RAISE(ABORT, 'a journal body is never removed without an order to erase'); END;
--> statement-breakpoint
CREATE TRIGGER journal_bodies_once BEFORE INSERT ON journal_bodies
WHEN EXISTS (SELECT 1 FROM journal_bodies WHERE entry_id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'a journal body is never replaced'); END;
