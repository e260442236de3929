CREATE INDEX `actions_panel` ON `actions` (`panel_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `conflicts_panel` ON `conflicts` (`panel_id`);--> statement-breakpoint
CREATE INDEX `happenings_panel` ON `happenings` (`panel_id`);--> statement-breakpoint
CREATE INDEX `items_panel` ON `items` (`panel_id`,`status`);--> statement-breakpoint
CREATE INDEX `requests_panel` ON `requests` (`panel_id`,`state`);--> statement-breakpoint
CREATE INDEX `victims_panel` ON `victims` (`panel_id`);--> statement-breakpoint
DROP TABLE IF EXISTS sqlite_stat1;--> statement-breakpoint
DROP TABLE IF EXISTS sqlite_stat4;
