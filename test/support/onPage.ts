import { within } from '@testing-library/preact';

/**
 * Queries of the page of this test file. The library's `screen` refers to the page of the first
 * file in a worker.
 */
export const onPage = () => within(document.body);
