import type { ReactNode, RefObject } from 'react';
import { Dialog as Inside, Heading, Modal, ModalOverlay, Popover as Floating } from 'react-aria-components';
import styles from './dialog.module.css';
import { sendByKeys } from './send-keys';

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Ctrl Enter, wherever the focus is within. */
  onSend?: () => void;
  children: ReactNode;
}

interface FloatingProps {
  title: string;
  at?: RefObject<HTMLElement | null>;
  onClose?: () => void;
  children: (close: () => void) => ReactNode;
}

/** One command, or one question. Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, isOpen, onClose, onSend, children }: Props) {
  return (
    <ModalOverlay
      className={styles.veil}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={styles.dialog}>
        <Inside className={styles.inside}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div onKeyDownCapture={onSend && ((event) => sendByKeys(event, onSend))}>{children}</div>
        </Inside>
      </Modal>
    </ModalOverlay>
  );
}

/** What floats beside its button: inside a `DialogTrigger` of React Aria, or at a button that something else opens it from. */
export function Popover({ title, at, onClose, children }: FloatingProps) {
  const opened = at && { triggerRef: at, isOpen: true, onOpenChange: onClose };
  return (
    <Floating className={styles.popover} offset={4} {...opened}>
      <Inside className={styles.inside} aria-label={title}>
        {({ close }) => children(close)}
      </Inside>
    </Floating>
  );
}
