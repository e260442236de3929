import { resolve } from 'node:path'
import { openStore } from '../../db/store'
import { createExecute } from '../execute'
import { uuidv7 } from '../ids'
import { Rooms } from '../rooms/rooms'

/** The store and the one write path, for a command that needs no server. */
export const openForCommand = (databaseFile: string) => {
  const store = openStore(resolve(process.cwd(), databaseFile), resolve(process.cwd(), 'db/migrations'))
  const rooms = new Rooms(store, Date.now)
  const execute = createExecute({
    store,
    rooms,
    clock: Date.now,
    newId: uuidv7,
    committed: () => void rooms.settle(),
  })
  return { store, execute, close: () => store.close() }
}
