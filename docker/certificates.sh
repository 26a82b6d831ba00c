#!/bin/sh
# A certificate authority of one's own in ./certificates, and a certificate for each store of docker-compose.yml. What is
# there already stays. Keep ca.key away from the machine once all are made. Needs openssl 1.1.1 or later.
set -eu
umask 077
mkdir -p certificates && cd certificates

if [ ! -f ca.crt ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj '/CN=Quittance certificate authority' \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout ca.key -out ca.crt 2>/dev/null
  chmod 644 ca.crt
fi

# The nodes of a cluster know one another by one common name; clients look at the names behind it.
certificate() {
  [ ! -f "$1/node.crt" ] || return 0
  mkdir -p "$1"
  chmod 755 "$1"
  openssl req -newkey rsa:3072 -nodes -subj "/CN=$2" -keyout "$1/node.key" -out "$1/node.csr" 2>/dev/null
  printf '%s\n' "subjectAltName=DNS:$1,DNS:localhost,IP:127.0.0.1" 'extendedKeyUsage=serverAuth,clientAuth' \
    'keyUsage=critical,digitalSignature,keyEncipherment' 'basicConstraints=critical,CA:FALSE' > "$1/node.ext"
  openssl x509 -req -in "$1/node.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 825 \
    -extfile "$1/node.ext" -out "$1/node.crt" 2>/dev/null
  rm "$1/node.csr" "$1/node.ext"
  chmod 644 "$1/node.crt"
}

certificate postgres postgres
for node in eventstore-1 eventstore-2 eventstore-3; do
  certificate "$node" eventstoredb-node
  # The event store runs as the account 1000 of its container, and reads the key itself.
  [ "$(id -u)" != 0 ] || chown 1000 "$node/node.key"
done
echo "certificates/ca.crt is the one that clients trust; ca.key signs new ones: keep it elsewhere"
