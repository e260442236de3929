import type { Attendance, Meeting } from '../things/meeting'

/** Versions of the policy that a meeting keeps: the one it was opened under, and those whose statement people accepted. */
export const policiesNamed = (
  meeting: Pick<Meeting, 'policyVersion'>,
  attended: readonly Pick<Attendance, 'acceptedVersion'>[],
): Set<number> =>
  new Set(
    [meeting.policyVersion, ...attended.map((one) => one.acceptedVersion)].filter(
      (version) => version !== null,
    ),
  )
