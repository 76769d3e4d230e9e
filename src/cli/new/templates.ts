import { quoted } from './slug.ts';

/** What a new article begins with. */
export interface ArticleStart {
  readonly title: string;
  /** Such as 2026-12-01. */
  readonly day: string;
  readonly tag: string;
  readonly category: string;
}

/** An article that is sound from its first minute and says itself what belongs where. */
export function articleTemplate({ title, day, tag, category }: ArticleStart): string {
  return `---
title: ${quoted(title)}
description: >-
  One or two sentences for lists, feeds and search engines.
date: ${day}
tags: [${quoted(tag)}]
category: ${quoted(category)}
appliesTo: ['Exchange Server 2007']
draft: true
---

Break first, explain after. Before you read on, <Do action="power-off NODE1">pull the plug</Do>. The
outage is <Reading of="outage" />.

<Simulation
  scenario="scc-two-nodes"
  caption="What the reader sees here, and what to do with it, in a sentence or two."
/>

## What you have just seen

A number that the model computes is never typed: it took <Reading of="detection" run="pull-the-plug" />
to notice. A number of the model comes with its source: a heartbeat
every <Parameter of="heartbeatPeriod" />. A word that the glossary explains: <Term>quorum disk</Term>.
Everything else has its source in a note.[^source]

[^source]: Author, title, year.
`;
}

/** A scenario that runs as it is. */
export function scenarioTemplate(title: string): string {
  return `title: ${quoted(title)}
version: 1
extends: scc-base
try:
  - id: pull-the-plug
    label: Cut NODE1's power
    do: [0s power-off NODE1]
    expect:
      - { at: 5m, service: online, owner: NODE2 }
      - { outage: { atMost: 2m }, messagesLost: 0 }
      - { never: two-owners }
`;
}
