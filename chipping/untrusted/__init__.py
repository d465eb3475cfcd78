"""What comes from outside: paths, JSON and XML that anybody may have made."""
