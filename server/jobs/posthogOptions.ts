/** In a separate file, so that the package's types compile without the optional PostHog package. */
export interface PostHogOptions {
  /** API key of a project, such as `phc_…`. */
  key: string;
  host: string;
}
