import { within } from '@testing-library/preact';

/**
 * Queries of the page of this test file. The `screen` of the library keeps the page of the first file that a
 * worker runs.
 */
export const onPage = () => within(document.body);
