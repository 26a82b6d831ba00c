/**
 * The messages of EventStoreDB's gRPC protocol that the node speaks, as far as it needs them: names of fields are
 * ours, only their numbers and types travel. Fields it never reads are left out; protobuf skips them.
 */
export const SCHEMA = `
syntax = "proto3";

message Empty {}
message Uuid { oneof form { Halves halves = 1; string text = 2; } }
message Halves { int64 most = 1; int64 least = 2; }
message StreamName { bytes name = 3; }
message Position { uint64 commit = 1; uint64 prepare = 2; }
message Timestamp { int64 seconds = 1; int32 nanos = 2; }
message Any { string type_url = 1; bytes value = 2; }
message Status { int32 code = 1; string message = 2; Any details = 3; }

message ReadRequest { ReadOptions options = 1; }
message ReadOptions {
  oneof source { FromStream stream = 1; FromAll all = 2; }
  Direction direction = 3;
  bool links = 4;
  oneof amount { uint64 count = 5; Empty subscription = 6; }
  Filter filter = 7;
  UuidForm uuid = 9;
}
message UuidForm { oneof form { Empty halves = 1; Empty text = 2; } }
enum Direction { FORWARDS = 0; BACKWARDS = 1; }
message FromStream { StreamName stream = 1; oneof from { uint64 revision = 2; Empty start = 3; Empty end = 4; } }
message FromAll { oneof from { Position position = 1; Empty start = 2; Empty end = 3; } }
message Filter {
  oneof on { Expression stream = 1; Expression type = 2; }
  oneof window { uint32 max = 3; Empty unbounded = 4; }
  uint32 interval = 5;
}
message Expression { string regex = 1; repeated string prefixes = 2; }

message ReadResponse {
  oneof content {
    ReadEvent event = 1; Confirmation confirmation = 2; Position checkpoint = 3; NotFound not_found = 4; Empty caught_up = 8;
  }
}
message ReadEvent { RecordedEvent event = 1; RecordedEvent link = 2; uint64 commit = 3; }
message RecordedEvent {
  Uuid id = 1; StreamName stream = 2; uint64 revision = 3; uint64 prepare = 4; uint64 commit = 5;
  map<string, string> properties = 6; bytes metadata = 7; bytes data = 8;
}
message Confirmation { string id = 1; }
message NotFound { StreamName stream = 1; }

message Proposed { Uuid id = 1; map<string, string> properties = 2; bytes metadata = 3; bytes data = 4; }
message Target {
  StreamName stream = 1;
  oneof expected { uint64 revision = 2; Empty none = 3; Empty any = 4; Empty exists = 5; }
}
message AppendRequest { oneof content { Target target = 1; Proposed event = 2; } }
message AppendResponse { oneof result { Appended success = 1; Conflict conflict = 2; } }
message Appended {
  oneof revision_option { uint64 revision = 1; Empty no_stream = 2; }
  oneof position_option { Position position = 3; Empty no_position = 4; }
}
message Conflict {
  oneof current { uint64 revision = 6; Empty none = 7; }
  oneof expected {
    uint64 expected_revision = 8; Empty expected_any = 9; Empty expected_exists = 10; Empty expected_none = 11;
  }
}

message BatchRequest { Uuid correlation = 1; BatchTarget target = 2; repeated Proposed events = 3; bool final = 4; }
message BatchTarget {
  StreamName stream = 1;
  oneof expected { uint64 revision = 2; Empty none = 3; Empty any = 4; Empty exists = 5; }
  Timestamp deadline = 6;
  Timestamp timeout = 7; // a duration, in the same form
}
message BatchResponse {
  Uuid correlation = 1;
  oneof result { Status error = 2; Appended success = 3; }
  StreamName stream = 4;
  oneof expected { uint64 revision = 5; Empty none = 6; Empty any = 7; Empty exists = 8; }
}
message BatchConflict {
  oneof current { uint64 revision = 1; Empty none = 2; }
  oneof expected {
    uint64 expected_revision = 3; Empty expected_any = 4; Empty expected_exists = 5; Empty expected_none = 6;
  }
}
message BatchDeleted { StreamName stream = 1; }
message BatchTooLarge { uint32 limit = 1; }
message BatchBadRequest { string message = 1; }

message DeleteRequest { Target target = 1; }
message DeleteResponse { Position position = 1; }

message Methods { repeated Method methods = 1; string version = 2; }
message Method { string name = 1; string service = 2; repeated string features = 3; }

message Members { repeated Member members = 1; }
message Member { Uuid id = 1; int64 time = 2; int32 state = 3; bool alive = 4; EndPoint address = 5; }
message EndPoint { string address = 1; uint32 port = 2; }
`;
