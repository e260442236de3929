/** @type {Partial<import('@remix-run/dev').VitePluginConfig>} */
export default {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/*.test.{ts,tsx}'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // Off: it opens /__manifest, which two denial-of-service advisories are about.
    v3_lazyRouteDiscovery: false,
    // Without it the first page of a cold development server gets two Reacts and never hydrates.
    unstable_optimizeDeps: true,
  },
}
