"""The Processing algorithm."""
