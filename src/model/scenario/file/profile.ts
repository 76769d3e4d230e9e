import type { Profile } from '../types.ts';
import { show } from './words.ts';

const PROFILES: readonly Profile[] = ['windows-server-2003'];

/** Whether this is a profile that is modelled. */
export function isProfile(value: unknown): value is Profile {
  return PROFILES.some((profile) => profile === value);
}

/** Why a value is not a profile that is modelled, and what would be. */
export function profileObjection(value: unknown): string {
  return value === 'windows-server-2008'
    ? 'windows-server-2008 is not modelled yet; write windows-server-2003'
    : `${show(value)} is not a profile; did you mean "windows-server-2003"?`;
}
