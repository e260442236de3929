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
