import type { Profile } from '../types.ts';
import { didYouMean, show } from './words.ts';

const PROFILES: readonly Profile[] = ['windows-server-2003', 'windows-server-2008'];

/** Whether this is a profile that is modelled. */
export function isProfile(value: unknown): value is Profile {
  return PROFILES.some((profile) => profile === value);
}

/** Why a value is not a profile that is modelled, and what would be. */
export function profileObjection(value: unknown): string {
  const given = typeof value === 'string' ? value : '';
  return `${show(value)} is not a profile; ${didYouMean(given, PROFILES)}`;
}
