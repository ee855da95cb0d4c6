'use client';

import { useSupport } from '@penguinmails/support-widget/react';
import { useEffect, useRef } from 'react';

export function Question() {
  const support = useSupport();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (support && field.current) return support.attachSuggestions(field.current);
  }, [support]);
  return (
    <label>
      Question
      <textarea ref={field} />
    </label>
  );
}
