import type { ThingKind, ThingByKind } from '../things/kinds'
import { put } from './changes'
import { quiet, type RecordRules } from './record'

export const importRecords = {
  imported: quiet(
    2,
    (body: { [K in ThingKind]: { thingKind: K; thing: ThingByKind[K] } }[ThingKind], things) => [
      put(things, body.thingKind, body.thing),
    ],
  ),
} satisfies RecordRules
