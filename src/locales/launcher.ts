/** The few words a page needs before anybody has opened the panel; the rest comes with it. */
export interface LauncherStrings {
  /** Accessible name and label of the launcher; the agent's name is empty while it is not known. */
  readonly talkTo: (name: string) => string;
  /** Accessible name of the launcher while a call goes on behind it. */
  readonly backToCall: string;
}

/** English. */
export const launcherStrings: LauncherStrings = {
  talkTo: name => `Talk to ${name || 'us'}`,
  backToCall: 'Back to the call',
};
