/** In a file of its own: types of the package must compile without the optional package of PostHog. */
export interface PostHogOptions {
  /** API key of a project, `phc_…`. */
  key: string;
  host: string;
}
