ALTER TABLE `attendances` ADD `accepted_version` integer;--> statement-breakpoint
ALTER TABLE `criteria_sets` ADD `reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `criteria_sets` ADD `adopted_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `policy_version` integer;--> statement-breakpoint
INSERT INTO `policies` (`id`, `panel_id`, `version`, `values`, `reason`, `adopted_at`, `adopted_by`)
SELECT
  lower(hex(randomblob(16))),
  p.`id`,
  coalesce((SELECT max(v.`version`) FROM `policies` v WHERE v.`panel_id` = p.`id`), 0) + 1,
  json_patch(
    coalesce((SELECT v.`values` FROM `policies` v WHERE v.`panel_id` = p.`id` ORDER BY v.`version` DESC LIMIT 1), '{}'),
    json_object(
      'quorum', p.`quorum`,
      'usualTime', p.`usual_time`,
      'usualPlace', p.`usual_place`,
      'caseloadLimit', coalesce(p.`caseload_limit`, 0),
      'confidentialityStatement', p.`confidentiality_statement`,
      'coreAgencyIds', json((SELECT json_group_array(a.`id`) FROM (SELECT `id` FROM `agencies` WHERE `panel_id` = p.`id` AND `core` = 1 ORDER BY `id`) a))
    )
  ),
  'As it stood in the settings of the panel, which are in the policy from now on.',
  CAST(strftime('%s', 'now') AS INTEGER) * 1000,
  ''
FROM `panels` p;--> statement-breakpoint
UPDATE `meetings` SET `policy_version` = (SELECT max(v.`version`) FROM `policies` v WHERE v.`panel_id` = `meetings`.`panel_id`) WHERE `opened_by` IS NOT NULL;--> statement-breakpoint
UPDATE `attendances` SET `accepted_version` = (SELECT max(v.`version`) FROM `policies` v WHERE v.`panel_id` = `attendances`.`panel_id`) WHERE `accepted_at` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `agencies` DROP COLUMN `core`;--> statement-breakpoint
ALTER TABLE `panels` DROP COLUMN `caseload_limit`;--> statement-breakpoint
ALTER TABLE `panels` DROP COLUMN `quorum`;--> statement-breakpoint
ALTER TABLE `panels` DROP COLUMN `usual_time`;--> statement-breakpoint
ALTER TABLE `panels` DROP COLUMN `usual_place`;--> statement-breakpoint
ALTER TABLE `panels` DROP COLUMN `confidentiality_statement`;
