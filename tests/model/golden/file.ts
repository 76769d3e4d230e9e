import { parse } from 'yaml';
import type { Scenario } from '#model';
import { checkScenario } from '#model/schema';

/** A cluster written as a scenario file; what is wrong with it is a mistake of the test and throws. */
export function fromFile(id: string, text: string): Scenario {
  const { scenario, problems } = checkScenario(id, parse(text));
  if (scenario) return scenario;
  const lines = problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`scenario ${id}:\n${lines.join('\n')}`);
}

/** How the file of two nodes of 2003 with an array begins, up to the list of its disks. */
export function pairHead(
  title: string,
  networks = '[{ id: private, role: internal }, { id: public, role: mixed }]',
): string {
  return `
title: ${title}
version: 1
subject: EXMBX
profile: windows-server-2003
seed: 1
start: 60.2s
nodes: [{ id: NODE1 }, { id: NODE2 }]
networks: ${networks}
storage:
  id: array
  disks:`;
}

/** The resources of a clustered mailbox server on disks of its own, indented for a group of a file. */
export function mailboxResources(end = '', address = '10.0.0.50'): string {
  return `
      - { id: disk-E${end}, type: physical-disk, disk: E${end} }
      - { id: disk-L${end}, type: physical-disk, disk: L${end} }
      - { id: ip-address${end}, type: ip-address, network: public, address: ${address} }
      - { id: network-name${end}, type: network-name, depends-on: [ip-address${end}] }
      - { id: system-attendant${end}, type: system-attendant, depends-on: [network-name${end}] }
      - { id: information-store${end}, type: information-store, depends-on: [network-name${end}] }
      - id: mailbox-database${end}
        type: mailbox-database
        depends-on: [information-store${end}, disk-E${end}, disk-L${end}]`;
}
