import { Button as Pressable, type ButtonProps } from 'react-aria-components';
import styles from './button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  /** The one thing to do here, an ordinary one, or one without a frame. */
  look?: 'main' | 'plain' | 'quiet';
  /** Why it cannot be pressed here: told as its description, and the button stays reachable. */
  cannot?: string;
  title?: string;
  /** The single key that does the same. */
  'aria-keyshortcuts'?: string;
  /** Keys of every page that press it. */
  'data-keys'?: string;
}

export function Button(props: Props) {
  const { look = 'plain', cannot, title, onPress, children, 'aria-keyshortcuts': keys, ...more } = props;
  return (
    <Pressable
      {...more}
      className={`${styles.button} ${styles[look]} ${cannot ? styles.cannot : ''}`}
      onPress={cannot ? undefined : onPress}
      // React Aria hands on none of these by itself.
      render={(dom) => (
        <button
          {...dom}
          title={cannot ?? title}
          aria-description={cannot}
          aria-disabled={cannot ? true : dom['aria-disabled']}
          aria-keyshortcuts={keys}
        />
      )}
    >
      {children}
    </Pressable>
  );
}
