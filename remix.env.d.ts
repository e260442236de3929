// The import makes this file a module: without it the declaration would replace the package's types.
import '@remix-run/node'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}
