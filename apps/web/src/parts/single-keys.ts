import { useEffect } from 'react';
import { useKeptHere } from './kept-here';

/** Single keys can be switched off (WCAG 2.1.4): by whoever speaks to the machine, or types with a hand that trembles. Kept in this browser. */
const KEPT = 'quittance.singleKeys';
const OFF = 'off';
const isOn = (kept = localStorage.getItem(KEPT)): boolean => kept !== OFF;

export function useSingleKeysOn(): [on: boolean, turn: (on: boolean) => void] {
  const [kept, keep] = useKeptHere(KEPT);
  return [isOn(kept), (next) => keep(next ? null : OFF)];
}

/** Whether a key alone may mean something: not while something is typed into or a dialog is open, nor where they are switched off. */
export const isSingleKey = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  !ctrlKey &&
  !metaKey &&
  !altKey &&
  isOn() &&
  !(target instanceof Element && target.closest('input,select,textarea,[role=dialog],[contenteditable]'));

/** @param act whether the key meant something here, so that it means nothing else */
export function useSingleKeys(act: (key: string) => boolean): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (isSingleKey(event) && act(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}
