import { openBuiltPages } from './built-pages'
import { openServices } from './open-services'
import { runServer } from './run-server'
import { startServer } from './start-server'

runServer((environment, log) =>
  startServer(environment, log, async () => {
    const { services, demoLoaded } = await openServices(environment, log)
    return { pages: await openBuiltPages(), services: () => services, demoLoaded, close: services.close }
  }),
)
