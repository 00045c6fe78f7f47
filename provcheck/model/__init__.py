"""The nouns: frozen types that every other room speaks in. Nothing here reads, judges or prints."""
