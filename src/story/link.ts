import { formatAction, formatDuration } from '#model';
import type { Instant, Run } from '#model';
import { PARAMETER_NAMES, REGISTER, valueOf } from '#model/register';
import type { ParameterName } from '#model/register';

function sayParameter(name: ParameterName, value: number): string {
  switch (REGISTER[name].unit) {
    case 'ms':
      return formatDuration(value);
    case 'switch':
      return value === 1 ? 'on' : 'off';
    case 'count':
      return String(value);
  }
}

/**
 * The command that carries a run out again, for a shell of its own: scenario, seed, profile, every
 * parameter that is not its profile's default, and each action at its instant.
 */
export function commandFor({ plan, actions }: Run): string {
  const { id, seed, profile, parameters } = plan.scenario;
  const changed = PARAMETER_NAMES.filter(
    (name) => parameters[name] !== valueOf(name, profile).default,
  );
  return [
    `npm run --silent simulate -- ${id} --seed ${seed} --profile ${profile}`,
    ...changed.map((name) => `--set ${name}=${sayParameter(name, parameters[name])}`),
    ...actions.map(({ at, action }) => `--do "${formatDuration(at)} ${formatAction(action)}"`),
  ].join(' ');
}

/**
 * The fragment of an address that shows a run at an instant:
 * `#run=scc-two-nodes@3;at=97200;do=60200:power-off+NODE1,…`. Instants are milliseconds of the
 * scenario; a space is a plus sign, and a comma within an action, as between nodes, `%2C`.
 * Seed and parameters are those of the scenario.
 */
export function linkFor({ plan, actions }: Run, at: Instant): string {
  const { id, version } = plan.scenario;
  const done = actions.map(
    (one) => `${one.at}:${formatAction(one.action).replaceAll(' ', '+').replaceAll(',', '%2C')}`,
  );
  const deeds = done.length > 0 ? `;do=${done.join(',')}` : '';
  return `#run=${id}@${version};at=${at}${deeds}`;
}
