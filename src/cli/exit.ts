/** What the exit status says, the same for every command. Trouble wins over the other two. */
export const EXIT = {
  /** Found, valid, matching. */
  yes: 0,
  /** Nothing found, invalid, not matching. */
  no: 1,
  /** The command could not be understood, or not all of its input could be read. */
  trouble: 2,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A command that cannot be carried out as it was given; the message says why, and what to give instead. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}
