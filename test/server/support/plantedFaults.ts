import type { Intercept } from './conformance.ts';
import { behaviourFaults } from './faults/behaviour.ts';
import { protocolFaults } from './faults/protocol.ts';

/** Proxies that change one thing, by group and name of the check that must find it. */
export type PlantedFaults = Readonly<Record<string, Readonly<Record<string, Intercept>>>>;

export const plantedFaults = [protocolFaults, behaviourFaults].flatMap((faults) =>
  Object.entries(faults).flatMap(([group, checks]) =>
    Object.entries(checks).map(([check, fault]) => ({ group, check, fault })),
  ),
);
