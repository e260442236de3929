/** What the page that was left says was done, for this page to say so. */
export const doneIn = (request: Request): string | null => new URL(request.url).searchParams.get('done')
