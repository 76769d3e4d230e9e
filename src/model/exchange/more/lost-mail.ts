import type { Instant } from '../../kernel/instant.ts';
import type { MailCohort } from '../../world/exchange.ts';
import type { Moment } from '../../world/moment.ts';

/** What becomes of messages when mailboxes are again as they were at an instant. */
function asOf(cohort: MailCohort, instant: Instant): readonly MailCohort[] {
  const lost = { ...cohort, fate: 'lost' } as const;
  switch (cohort.fate) {
    case 'waiting':
    case 'lost':
      return [cohort];
    case 'late':
      return [(cohort.deliveredAt ?? cohort.from) > instant ? lost : cohort];
    case 'prompt': {
      if (cohort.to !== null && cohort.to <= instant) return [cohort];
      if (cohort.from >= instant) return [lost];
      return [
        { ...cohort, to: instant },
        { ...lost, from: instant },
      ];
    }
  }
}

/** Mailboxes are again as they were at an instant: what was delivered to them since then is lost. */
export function loseMailSince({ world }: Moment, from: Instant): void {
  const first = world.mail[0];
  const mail = world.mail.flatMap((cohort) => asOf(cohort, from));
  const before: MailCohort[] =
    first && from < first.from ? [{ ...first, from, to: first.from, fate: 'lost' }] : [];
  world.mail = [...before, ...mail];
}
